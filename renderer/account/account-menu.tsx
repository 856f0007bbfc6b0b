/* The menu of the account: which one is open, the way to others, settings, help and signing out. */

import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconCommand,
  IconKeyboard,
  IconLogout,
  IconSettings,
  IconStethoscope,
  IconUserPlus,
} from '@tabler/icons-react';
import { useRef } from 'react';
import type { Account } from '../../electron/contract/session.ts';
import { closeDialog, openDialog, useDialog } from '../state/dialogs.ts';
import { openHelp } from '../state/screen.ts';
import { openSignIn, switchTo } from '../state/session.ts';
import { initialsOf } from '../ui/initials.ts';
import { SignOutDialog } from '../ui/sign-out-dialog.tsx';
import { placeOf } from '../words/account-names.ts';
import { words } from '../words/words.ts';
import styles from './account.module.css';

type Props = { account: Account; accounts: readonly Account[]; sessionOnly: boolean };

export function AccountMenu({ account, accounts, sessionOnly }: Props) {
  const isSigningOut = useDialog(({ open }) => open?.name === 'signOut');
  const target = useRef<HTMLButtonElement>(null);
  const environment = [words.environment[account.environment], account.distinction].filter(Boolean).join(' · ');
  const others = accounts.filter((other) => other.key !== account.key);

  return (
    <>
      {sessionOnly && (
        <span className={styles.sessionChip} title={words.account.sessionOnlyHint}>
          {words.account.sessionOnly}
        </span>
      )}
      <Menu position="bottom-end" width={280} classNames={{ item: styles.item }}>
        <Menu.Target>
          <UnstyledButton
            ref={target}
            className={styles.target}
            aria-label={words.account.menu({ name: account.name, environment })}
          >
            <span className={styles.initials} aria-hidden="true">
              {initialsOf(account.name)}
            </span>
            <span className={styles.text}>
              <span className={styles.name} dir="auto">
                {account.name}
              </span>
              <span className={styles.environment}>{environment}</span>
            </span>
            <IconChevronDown size={16} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        {/* The chosen item disappears with the menu, so the focus moves to the button: a dialog returns it there later. */}
        <Menu.Dropdown onClickCapture={() => target.current?.focus()}>
          {others.length > 0 && <Menu.Label>{words.account.switchTo}</Menu.Label>}
          {others.map((other) => (
            <Menu.Item key={other.key} onClick={() => void switchTo(other)}>
              <span className={styles.itemName} dir="auto">
                {other.name}
              </span>
              <span className={styles.itemNote}>{placeOf(other)}</span>
            </Menu.Item>
          ))}
          {others.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconCommand size={16} />} onClick={() => openDialog({ name: 'commands' })}>
            {words.commands.palette}
          </Menu.Item>
          <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => openDialog({ name: 'settings' })}>
            {words.settings.menu}
          </Menu.Item>
          <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={() => void openSignIn(null)}>
            {words.start.otherSignIn}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => openHelp('keys')}>
            {words.keys.title}
          </Menu.Item>
          <Menu.Item leftSection={<IconStethoscope size={16} />} onClick={() => openHelp('diagnosis')}>
            {words.help.diagnosis.title}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => openDialog({ name: 'signOut' })}>
            {words.account.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isSigningOut && <SignOutDialog account={account} onClose={closeDialog} />}
    </>
  );
}
