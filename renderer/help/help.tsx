import './help.css';
import { DiagnosisDialog } from './diagnosis-dialog.tsx';
import { useHelp } from './help-store.ts';
import { KeysDialog } from './keys-dialog.tsx';

/** The page of help that was asked for, over whatever is on the screen. */
export function Help() {
  const page = useHelp((store) => store.page);
  if (page === 'diagnosis') return <DiagnosisDialog />;
  return page === 'keys' ? <KeysDialog /> : null;
}
