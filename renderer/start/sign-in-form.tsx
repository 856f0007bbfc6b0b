import { TextInput } from '@mantine/core';
import { BusyButton } from '../parts/busy-button.tsx';
import { words } from '../words.ts';
import { EnvironmentChoice } from './environment-choice.tsx';
import { usePolicy } from './policy-store.ts';
import { SecretInput } from './secret-input.tsx';
import type { SignInErrors, SignInFields } from './sign-in-fields.ts';

type Props = {
  fields: SignInFields;
  errors: SignInErrors;
  isBusy: boolean;
  isDisabled: boolean;
  onChange: (change: Partial<SignInFields>) => void;
  onSubmit: () => void;
};

/** Environment, client ID and client secret. */
export function SignInForm({ fields, errors, isBusy, isDisabled, onChange, onSubmit }: Props) {
  const { environment } = fields;
  const fixedUrl = usePolicy((policy) => policy.baseUrl);
  return (
    <form
      className="sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && !isDisabled) onSubmit();
      }}
    >
      <EnvironmentChoice value={environment} onChange={(value) => onChange({ environment: value })} />
      {fixedUrl !== null && <p className="field-hint">{words.policy.fixedAddress(fixedUrl)}</p>}
      {fixedUrl === null && (environment === 'custom' || environment === 'sandbox') && (
        <TextInput
          label={words.start.baseUrl}
          description={environment === 'sandbox' ? words.start.sandboxHint : words.start.baseUrlHint}
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          placeholder={environment === 'custom' ? 'https://' : ''}
          value={environment === 'custom' ? fields.customUrl : fields.sandboxUrl}
          error={errors.baseUrl}
          onChange={({ currentTarget: { value } }) =>
            onChange(environment === 'custom' ? { customUrl: value } : { sandboxUrl: value })
          }
        />
      )}
      <TextInput
        label={words.start.clientId}
        spellCheck={false}
        autoComplete="off"
        value={fields.clientId}
        error={errors.clientId}
        onChange={(event) => onChange({ clientId: event.currentTarget.value })}
      />
      <SecretInput
        value={fields.clientSecret}
        error={errors.clientSecret}
        onChange={(clientSecret) => onChange({ clientSecret })}
      />
      <BusyButton type="submit" size="md" fullWidth isBusy={isBusy} disabled={isDisabled}>
        {words.start.signIn}
      </BusyButton>
    </form>
  );
}
