import './status.css';
import { CloseButton, Switch } from '@mantine/core';
import { IconClockExclamation, IconFlask, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Account } from '../../electron/contract/session.ts';
import { setDemoNetwork, useDemoNetwork } from '../state/demo-network.ts';
import { useStatus } from '../state/status.ts';
import { clockSentence } from '../state/status-words.ts';
import { words } from '../words/words.ts';

/** Says that this is the demo, and holds the switch of its network. */
export function DemoBanner({ account }: { account: Account }) {
  const isConnected = useDemoNetwork((store) => store.isConnected);
  if (account.environment !== 'demo') return null;
  return (
    <div className="banner" data-tone="demo">
      <IconFlask size={16} aria-hidden="true" />
      <p>{words.status.demo}</p>
      <Switch
        size="xs"
        label={words.status.demoNetwork}
        checked={isConnected}
        onChange={({ currentTarget }) => void setDemoNetwork(currentTarget.checked)}
      />
    </div>
  );
}

/** Says that this computer's clock is off, while it is. */
export function ClockBanner() {
  const sentence = useStatus(({ status }) => clockSentence(status?.clockSkewMs ?? null));
  if (!sentence) return null;
  return (
    <div className="banner" data-tone="warn" role="note">
      <IconClockExclamation size={16} aria-hidden="true" />
      <p>{sentence}</p>
    </div>
  );
}

/** Something the user should know once, such as a cache that was set aside. */
export function NoticeBanner({ notice }: { notice: Problem | null }) {
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (!notice || dismissed === notice.message) return null;
  return (
    <div className="banner" data-tone="warn" role="note">
      <IconInfoCircle size={16} aria-hidden="true" />
      <p>
        <strong>{notice.message}</strong> {notice.kept} {notice.todo}
      </p>
      <CloseButton size="sm" aria-label={words.status.dismiss} onClick={() => setDismissed(notice.message)} />
    </div>
  );
}
