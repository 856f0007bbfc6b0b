import { ActionIcon, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { SignInRequest } from '../../electron/contract/session.ts';
import { usePolicy } from '../state/policy.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { words } from '../words/words.ts';
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

type Environment = SignInRequest['environment'];
const choices: readonly Environment[] = ['production', 'playground', 'sandbox', 'custom'];

/** Which of the operator's systems to sign in to. Native radio buttons under the tiles bring the keyboard with them. */
function EnvironmentChoice({ value, onChange }: { value: Environment; onChange: (value: Environment) => void }) {
  const fixed = usePolicy((policy) => policy.environment);
  const offered = choices.filter((choice) => fixed === null || choice === fixed);
  return (
    <div>
      <div className="field-label" id="environment-label">
        {words.start.environment}
      </div>
      <div
        className="segments"
        role="radiogroup"
        aria-labelledby="environment-label"
        aria-describedby="environment-hint"
      >
        {offered.map((choice) => (
          <label key={choice} className="segment">
            <input
              type="radio"
              name="environment"
              value={choice}
              checked={choice === value}
              onChange={() => onChange(choice)}
            />
            <span>{words.environment[choice]}</span>
          </label>
        ))}
      </div>
      <p className="field-hint" id="environment-hint">
        {fixed === null ? words.start.environmentHint[value] : words.policy.fixedEnvironment}
      </p>
    </div>
  );
}

type SecretInputProps = { value: string; error: ReactNode; onChange: (value: string) => void };

/** The client secret: hidden as it is typed, readable on demand, and never offered to a spelling service. */
function SecretInput({ value, error, onChange }: SecretInputProps) {
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      label={words.start.clientSecret}
      type={isShown ? 'text' : 'password'}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.start.showSecret}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? <IconEyeOff size={17} /> : <IconEye size={17} />}
        </ActionIcon>
      }
    />
  );
}
