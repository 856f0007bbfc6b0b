/* When the user is notified: about what, for which tickets, at which times of the day. */

import { Button, Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { notificationKinds, type Settings } from '../../electron/contract/settings.ts';
import { changeSettings, muteForAnHour, muteUntil, useSettings } from '../state/settings.ts';
import { useViews } from '../state/views.ts';
import shared from '../ui/shared.module.css';
import { useNow } from '../ui/time.tsx';
import { formatSince } from '../words/time.ts';
import { words } from '../words/words.ts';
import styles from './settings-dialog.module.css';
import { useTypedSetting } from './use-typed-setting.ts';

const text = words.settings;

type Notifications = Settings['notifications'];
type QuietHours = NonNullable<Notifications['quietHours']>;

/** Outside office hours in most places; only what the switch begins with. */
const usualQuietHours: QuietHours = { from: '19:00', until: '07:00' };

function change(part: Partial<Notifications>): Promise<boolean> {
  return changeSettings({ notifications: { ...useSettings.getState().notifications, ...part } });
}

export function NotificationSettings() {
  const { notifies, notifications } = useSettings();
  const { kinds, quietHours } = notifications;
  return (
    <>
      <Switch
        label={text.notifies}
        aria-label={text.notifies} // without the description, which is read after it
        description={text.notifiesHint}
        checked={notifies}
        onChange={({ currentTarget }) => void changeSettings({ notifies: currentTarget.checked })}
      />
      <fieldset className={styles.field} disabled={!notifies}>
        <legend className={shared.fieldLabel}>{text.kinds}</legend>
        <div className={styles.kinds}>
          {notificationKinds.map((kind) => (
            <Checkbox
              key={kind}
              size="xs"
              label={text.kind[kind]}
              checked={kinds.includes(kind)}
              onChange={({ currentTarget: { checked } }) =>
                void change({
                  kinds: notificationKinds.filter((each) => (each === kind ? checked : kinds.includes(each))),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <ForWhich of={notifications.of} isDisabled={!notifies} />
      <Switch
        label={text.quietHours}
        aria-label={text.quietHours}
        description={text.quietHoursHint}
        disabled={!notifies}
        checked={quietHours !== null}
        onChange={({ currentTarget: { checked } }) => void change({ quietHours: checked ? usualQuietHours : null })}
      />
      {quietHours && (
        <div className={styles.pair}>
          <TimeField label={text.from} value={quietHours.from} onTyped={(from) => ({ ...quietHours, from })} />
          <TimeField label={text.until} value={quietHours.until} onTyped={(until) => ({ ...quietHours, until })} />
        </div>
      )}
      {notifies && <Mute untilMs={notifications.mutedUntilMs} />}
    </>
  );
}

function ForWhich({ of, isDisabled }: { of: Notifications['of']; isDisabled: boolean }) {
  const views = useViews((store) => store.views);
  const options = [
    { value: 'all', label: text.ofAll },
    { value: 'mine', label: text.ofMine },
    { value: 'starred', label: text.ofStarred },
    ...views.map(({ id, name }) => ({ value: id, label: text.ofView({ name }) })),
  ];
  // The settings hold for all accounts, and a view belongs to one.
  if (!options.some(({ value }) => value === of)) options.push({ value: of, label: text.ofOtherView });
  return (
    <NativeSelect
      label={text.of}
      disabled={isDisabled}
      value={of}
      data={options}
      rightSection={<IconChevronDown size={16} aria-hidden="true" />}
      onChange={({ currentTarget: { value } }) => void change({ of: value })}
    />
  );
}

type TimeFieldProps = { label: string; value: string; onTyped: (time: string) => QuietHours };

function TimeField({ label, value, onTyped }: TimeFieldProps) {
  const save = (time: string) => change({ quietHours: onTyped(time) });
  const field = useTypedSetting(value, save, (time) => time !== '');
  return <TextInput type="time" label={label} {...field} />;
}

function Mute({ untilMs }: { untilMs: number | null }) {
  const now = useNow();
  const isMuted = untilMs !== null && untilMs > now.getTime();
  return (
    <div className={shared.buttonLine}>
      {isMuted && <span>{text.muted({ until: formatSince(new Date(untilMs), now) })}</span>}
      <Button variant="default" size="xs" onClick={() => void (isMuted ? muteUntil(null) : muteForAnHour())}>
        {isMuted ? text.endMute : text.mute}
      </Button>
    </div>
  );
}
