/* The choice of a language, each by its own name, so that it is found whatever the words around it are in. */

import { NativeSelect } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { languageNames, languageSchema } from '../../electron/contract/translation.ts';
import { useDialog } from '../state/dialogs.ts';
import { changeLanguage } from '../state/language.ts';
import { useSettings } from '../state/settings.ts';
import { words } from '../words/words.ts';

const text = words.settings;

export function LanguageSetting() {
  const language = useSettings((settings) => settings.language);
  const isReturning = useDialog(({ open }) => open?.name === 'settings' && open.at === 'language');
  return (
    <NativeSelect
      label={text.language}
      description={text.languageHint}
      inputWrapperOrder={['label', 'input', 'description']}
      value={language ?? ''}
      data-autofocus={isReturning || undefined}
      data={[
        { value: '', label: text.systemLanguage },
        ...languageSchema.options.map((each) => ({ value: each, label: languageNames[each] })),
      ]}
      rightSection={<IconChevronDown size={16} aria-hidden="true" />}
      onChange={({ currentTarget }) => {
        const chosen = languageSchema.safeParse(currentTarget.value);
        void changeLanguage(chosen.success ? chosen.data : null);
      }}
    />
  );
}
