import { type ChangeEvent, useEffect, useState } from 'react';
import { TypedSetting } from '../state/settings.ts';

/** What a text box for a setting needs. */
type Box = { value: string; onChange: (event: ChangeEvent<HTMLInputElement>) => void; onBlur: () => void };

/**
 * A text box for a setting. What is typed is saved when the box is left, and when the dialog closes over it. What cannot be set
 * stays in the box, where it can be corrected; an empty one shows what is set.
 */
export function useTypedSetting(
  saved: string,
  save: (typed: string) => Promise<boolean>,
  canBeSet: (typed: string) => boolean = () => true,
): Box {
  const [typed, setTyped] = useState<string | null>(null);
  const [setting] = useState(() => new TypedSetting());
  useEffect(() => () => void setting.flush(), [setting]);
  return {
    value: typed ?? saved,
    onChange({ currentTarget: { value } }) {
      setTyped(value);
      setting.put(async () => !canBeSet(value) || (await save(value)));
    },
    onBlur() {
      void setting.flush();
      if (typed !== null && (typed === '' || canBeSet(typed))) setTyped(null);
    },
  };
}
