import type { SignInRequest } from '../../electron/contract/session.ts';
import { words } from '../words.ts';
import { usePolicy } from './policy-store.ts';

type Environment = SignInRequest['environment'];
const choices: readonly Environment[] = ['production', 'playground', 'sandbox', 'custom'];

/** Which of the operator's systems to sign in to. Native radio buttons under the tiles bring the keyboard with them. */
export function EnvironmentChoice({ value, onChange }: { value: Environment; onChange: (value: Environment) => void }) {
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
