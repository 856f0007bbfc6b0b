import type { CommandId } from '../../electron/contract/commands.ts';
import { useSettings } from '../state/settings.ts';
import { ariaKeysOf } from '../words/keys.ts';

/** The keys that a command has now, for `aria-keyshortcuts`. */
export function useAriaKeys(id: CommandId): string | undefined {
  return ariaKeysOf(
    id,
    useSettings(({ usesSingleKeys }) => usesSingleKeys),
  );
}
