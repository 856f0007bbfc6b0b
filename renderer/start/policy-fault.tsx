import { IconAlertTriangle } from '@tabler/icons-react';
import { words } from '../words.ts';
import { usePolicy } from './policy-store.ts';

/** Says that the policy's file is faulty, and in which field. */
export function PolicyFault() {
  const fault = usePolicy((policy) => policy.fault);
  if (fault === null) return null;
  return (
    <div className="problem-note" role="note">
      <IconAlertTriangle className="problem-icon" size={18} aria-hidden="true" />
      <div className="problem-body">
        <p className="problem-message">{words.policy.fault}</p>
        <p>{words.policy.faultTodo}</p>
        <p className="selectable problem-id">{fault}</p>
      </div>
    </div>
  );
}
