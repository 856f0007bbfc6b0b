import { Button } from '@mantine/core';
import { type ProblemKind, problemsOfTheWay } from '../../electron/contract/problem.ts';
import { words } from '../words.ts';
import { openHelp } from './help-store.ts';

/** The problems about which a diagnosis can say more. */
const kinds: readonly ProblemKind[] = [
  ...problemsOfTheWay,
  'wrong-credentials',
  'unauthorized',
  'no-permission',
  'account-gone',
  'timeout',
  'disk-full',
  'disk-error',
  'keychain-missing',
  'keychain-locked',
  'keychain-refused',
];

/** The way from a problem to what is behind it. Nothing where a diagnosis would say nothing of it. */
export function DiagnoseButton({ kind }: { kind: ProblemKind }) {
  if (!kinds.includes(kind)) return null;
  return (
    <Button variant="default" size="compact-xs" className="diagnose" onClick={() => openHelp('diagnosis')}>
      {words.help.diagnosis.open}
    </Button>
  );
}
