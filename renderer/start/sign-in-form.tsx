/* The fields of signing in: environment, address where it is not fixed, client ID and client secret. */

import { ActionIcon, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { SignInRequest } from '../../electron/contract/session.ts';
import { usePolicy } from '../state/settings.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { fieldDomId } from '../ui/field-note.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './sign-in.module.css';
import type { SignInErrors, SignInFields } from './sign-in-fields.ts';

type Props = {
  fields: SignInFields;
  errors: SignInErrors;
  isBusy: boolean;
  isDisabled: boolean;
  onChange: (change: Partial<SignInFields>) => void;
  onSubmit: () => void;
};

export function SignInForm({ fields, errors, isBusy, isDisabled, onChange, onSubmit }: Props) {
  const { environment } = fields;
  const fixedUrl = usePolicy((policy) => policy.baseUrl);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && !isDisabled) onSubmit();
      }}
    >
      <EnvironmentChoice value={environment} onChange={(value) => onChange({ environment: value })} />
      {fixedUrl !== null && <p className={styles.hint}>{words.policy.fixedAddress({ address: fixedUrl })}</p>}
      {fixedUrl === null && (environment === 'custom' || environment === 'sandbox') && (
        <TextInput
          id={fieldDomId('baseUrl')}
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
        id={fieldDomId('clientId')}
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
const environments: readonly Environment[] = ['production', 'playground', 'sandbox', 'custom'];

/** The operator's system to sign in to. The tiles are native radio buttons, so that the arrow keys work. */
function EnvironmentChoice({ value, onChange }: { value: Environment; onChange: (value: Environment) => void }) {
  const fixed = usePolicy((policy) => policy.environment);
  const offered = environments.filter((environment) => fixed === null || environment === fixed);
  return (
    <div>
      <div className={shared.fieldLabel} id="environment-label">
        {words.start.environment}
      </div>
      <div
        className={styles.segments}
        role="radiogroup"
        aria-labelledby="environment-label"
        aria-describedby="environment-hint"
      >
        {offered.map((environment) => (
          <label key={environment} className={styles.segment}>
            <input
              type="radio"
              name="environment"
              value={environment}
              checked={environment === value}
              onChange={() => onChange(environment)}
            />
            <span>{words.environment[environment]}</span>
          </label>
        ))}
      </div>
      <p className={styles.hint} id="environment-hint">
        {fixed === null ? words.start.environmentHint[value] : words.policy.fixedEnvironment}
      </p>
    </div>
  );
}

type SecretInputProps = { value: string; error: ReactNode; onChange: (value: string) => void };

/** Hidden while it is typed, readable on demand, and never given to a spelling service. */
function SecretInput({ value, error, onChange }: SecretInputProps) {
  const [isShown, setShown] = useState(false);
  return (
    <TextInput
      id={fieldDomId('clientSecret')}
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
