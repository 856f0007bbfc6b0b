import { type ChangeEvent, useEffect, useRef, useState } from 'react';

/** What a text box for a setting needs. */
type TypedSetting = { value: string; onChange: (event: ChangeEvent<HTMLInputElement>) => void; onBlur: () => void };

/**
 * A setting that is typed. It is saved when the box is left, and when the dialog closes over it: each single key would be
 * answered with what is on the disk, in the middle of the word.
 */
export function useTypedSetting(saved: string, save: (typed: string) => unknown): TypedSetting {
  const [typed, setTyped] = useState<string | null>(null);
  const unsaved = useRef<(() => void) | null>(null);
  useEffect(() => () => unsaved.current?.(), []);
  return {
    value: typed ?? saved,
    onChange({ currentTarget: { value } }) {
      setTyped(value);
      unsaved.current = () => void save(value);
    },
    onBlur() {
      unsaved.current?.();
      unsaved.current = null;
      setTyped(null);
    },
  };
}
