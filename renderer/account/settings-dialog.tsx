/* The settings that the user may change. Each takes effect at once; the administrator's policy may fix one. */

import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { closeDialog } from '../state/dialogs.ts';
import { exportOwnData, importOwnData } from '../state/own-data.ts';
import { openHelp } from '../state/screen.ts';
import { changeSettings, loadSettings, usePolicy, useSettings } from '../state/settings.ts';
import { CloseLine, Dialog } from '../ui/dialog.tsx';
import shared from '../ui/shared.module.css';
import { UndoBar } from '../ui/undo-bar.tsx';
import { words } from '../words/words.ts';
import { KeptFilesSetting } from './kept-files-setting.tsx';
import { LanguageSetting } from './language-setting.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { QuietSettings } from './quiet-settings.tsx';
import styles from './settings-dialog.module.css';
import { useTypedSetting } from './use-typed-setting.ts';

const text = words.settings;
const longestUserName = 80;

export function SettingsDialog() {
  useEffect(() => void loadSettings(), []);
  return (
    <Dialog title={text.title} kind="wide" onClose={closeDialog}>
      <div className={`${shared.dialogBody} ${styles.settings}`}>
        <Group title={text.notifications}>
          <NotificationSettings />
        </Group>
        <Group title={text.quiet}>
          <QuietSettings />
        </Group>
        <Group title={text.writing}>
          <WritingSettings />
        </Group>
        <Group title={text.keyboard}>
          <KeyboardSettings />
        </Group>
        <Group title={text.application}>
          <ApplicationSettings />
        </Group>
        <Group title={text.storage}>
          <StorageSettings />
        </Group>
        <UndoBar /> {/* the one of the window cannot be reached under a modal dialog */}
        <CloseLine label={text.close} onClose={closeDialog} />
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function WritingSettings() {
  const { checksSpelling, userName } = useSettings();
  const name = useTypedSetting(userName, (typed) => changeSettings({ userName: typed.trim() }));
  return (
    <>
      <TextInput
        label={text.userName}
        description={text.userNameHint({ variable: '{name}' })}
        inputWrapperOrder={['label', 'input', 'description']}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={longestUserName}
        {...name}
      />
      <Switch
        label={text.checksSpelling}
        aria-label={text.checksSpelling} // without the description, which is read after it
        description={text.checksSpellingHint}
        checked={checksSpelling}
        onChange={({ currentTarget }) => void changeSettings({ checksSpelling: currentTarget.checked })}
      />
    </>
  );
}

function KeyboardSettings() {
  const usesSingleKeys = useSettings((settings) => settings.usesSingleKeys);
  return (
    <>
      <Switch
        label={text.usesSingleKeys}
        aria-label={text.usesSingleKeys}
        description={text.usesSingleKeysHint}
        checked={usesSingleKeys}
        onChange={({ currentTarget }) => void changeSettings({ usesSingleKeys: currentTarget.checked })}
      />
      <Button
        className={styles.button}
        variant="default"
        size="xs"
        onClick={() => {
          closeDialog();
          openHelp('keys');
        }}
      >
        {text.showKeys}
      </Button>
    </>
  );
}

function ApplicationSettings() {
  const { foldsViews, staysInTray, startsWithSystem } = useSettings();
  const policy = usePolicy();
  return (
    <>
      <LanguageSetting />
      <Switch
        label={text.foldsViews}
        checked={foldsViews}
        onChange={({ currentTarget }) => void changeSettings({ foldsViews: currentTarget.checked })}
      />
      <Switch
        label={text.staysInTray}
        aria-label={text.staysInTray}
        description={policy.staysInTray === null ? text.staysInTrayHint : text.fixed}
        disabled={policy.staysInTray !== null}
        checked={policy.staysInTray ?? staysInTray}
        onChange={({ currentTarget }) => void changeSettings({ staysInTray: currentTarget.checked })}
      />
      <Switch
        label={text.startsWithSystem}
        description={policy.startsWithSystem === null ? undefined : text.fixed}
        disabled={policy.startsWithSystem !== null}
        checked={policy.startsWithSystem ?? startsWithSystem}
        onChange={({ currentTarget }) => void changeSettings({ startsWithSystem: currentTarget.checked })}
      />
    </>
  );
}

/** How many full tickets are kept, in words: years where they are whole ones. */
function historyWords(days: number): string {
  if (days === 0) return text.historyOpenOnly;
  return days % 365 === 0 ? text.historyYears({ years: days / 365 }) : text.historyDays({ days });
}

const offeredDays = [30, 90, 365, 3_650];

function StorageSettings() {
  const chosenDays = useSettings((settings) => settings.historyDays);
  const fixedDays = usePolicy((policy) => policy.historyDays);
  const historyDays = fixedDays ?? chosenDays;
  const days = [...new Set([...offeredDays, historyDays])].sort((one, other) => one - other);
  return (
    <>
      <NativeSelect
        label={text.history}
        description={fixedDays === null ? text.historyHint : text.fixed}
        disabled={fixedDays !== null}
        inputWrapperOrder={['label', 'input', 'description']}
        value={String(historyDays)}
        data={days.map((each) => ({ value: String(each), label: historyWords(each) }))}
        rightSection={<IconChevronDown size={16} aria-hidden="true" />}
        onChange={({ currentTarget }) => void changeSettings({ historyDays: Number(currentTarget.value) })}
      />
      <KeptFilesSetting />
      <fieldset className={styles.field}>
        <legend className={shared.fieldLabel}>{text.ownData}</legend>
        <div className={shared.buttonLine}>
          <Button variant="default" size="xs" onClick={() => void exportOwnData()}>
            {text.export}
          </Button>
          <Button variant="default" size="xs" onClick={() => void importOwnData()}>
            {text.import}
          </Button>
        </div>
        <p className={styles.hint}>{text.ownDataHint}</p>
      </fieldset>
    </>
  );
}
