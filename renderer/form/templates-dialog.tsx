/* Templates: filled forms of a new ticket under names of the user's own. */

import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Template } from '../../electron/contract/draft.ts';
import type { NewTicket } from '../../electron/contract/fields.ts';
import type { Rhythm } from '../../electron/contract/repeats.ts';
import { foldText } from '../../electron/contract/search-text.ts';
import { longestTemplateName } from '../../electron/contract/specification.ts';
import { fillTemplate, type VariableValues } from '../../electron/contract/template-text.ts';
import { newTicketFields } from '../state/form.ts';
import { fillNewTicket } from '../state/form-actions.ts';
import { useReferenceData } from '../state/reference-data.ts';
import { findRhythm } from '../state/repeats.ts';
import { loadSettings } from '../state/settings.ts';
import { knownValues, variableNames, variablesToAsk } from '../state/template-values.ts';
import { loadTemplates, removeTemplate, saveTemplate, useTemplates } from '../state/templates.ts';
import { CloseLine, Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { UndoBar } from '../ui/undo-bar.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { VariablesForm } from '../ui/variables-form.tsx';
import { words } from '../words/words.ts';
import { KeptList } from './kept-list.tsx';
import { RepeatDialog } from './repeat-dialog.tsx';
import styles from './templates-dialog.module.css';

type Props = { fields: NewTicket; onClose: () => void };

const text = words.form.template;

/** Fills the form from a template, saves the form as a template, or removes a template. */
export function TemplatesDialog({ fields, onClose }: Props) {
  const [asking, setAsking] = useState<Template | null>(null);
  const [repeating, setRepeating] = useState<{ template: Template; kept: Rhythm | null } | null>(null);
  useEffect(() => {
    void loadTemplates();
    void loadSettings(); // your name, for the variables
  }, []);

  function begin(template: Template, values: VariableValues) {
    fillNewTicket(filledFields(template.fields, values), template.name);
    onClose();
  }

  function choose(template: Template) {
    if (variablesOf(template).length === 0) begin(template, {});
    else setAsking(template);
  }

  async function repeat(template: Template) {
    const kept = await findRhythm(template.id);
    if (kept !== undefined) setRepeating({ template, kept });
  }

  if (repeating) return <RepeatDialog {...repeating} onClose={() => setRepeating(null)} />;
  return (
    <Dialog title={text.title} onClose={onClose}>
      {asking ? (
        <VariablesForm
          name={asking.name}
          variables={variablesOf(asking)}
          onFilled={(values) => begin(asking, values)}
          onBack={() => setAsking(null)}
        />
      ) : (
        <Templates fields={fields} onChoose={choose} onRepeat={(template) => void repeat(template)} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** The texts of a template that may hold variables. */
const textsOf = ({ title, location, description, customerReference, notificationRecipients }: NewTicket) => [
  title,
  location,
  description,
  customerReference,
  notificationRecipients,
];

/** Returns the variables of a template that must be asked for. */
function variablesOf({ fields }: Template): string[] {
  return variablesToAsk(textsOf(fields), knownValues(fields.site));
}

/** Returns a template's fields with its variables replaced. A site that was asked for is the ticket's, if there is one of that name. */
export function filledFields(fields: NewTicket, asked: VariableValues): NewTicket {
  const { sites, sitesOfTickets } = useReferenceData.getState();
  const known = [...sites.map(({ site }) => site), ...sitesOfTickets.map(({ value }) => value)];
  const wanted = Object.entries(asked).find(([name]) => foldText(name) === 'site')?.[1];
  const site = known.find((each) => each !== '' && each.toUpperCase() === wanted?.toUpperCase()) ?? fields.site;
  const values = { ...knownValues(fields.site), ...asked };
  return { ...fillTemplate(fields, values), site };
}

type TemplatesProps = Props & { onChoose: (template: Template) => void; onRepeat: (template: Template) => void };

function Templates({ fields, onChoose, onRepeat, onClose }: TemplatesProps) {
  const { templates, problem } = useTemplates();
  const body = useRef<HTMLDivElement>(null);
  useKeptFocus(body); // a removed template disappears with its buttons
  return (
    <div ref={body} className={`${shared.dialogBody} ${styles.templates}`} tabIndex={-1}>
      <p>{templates.length === 0 ? text.none : text.lead}</p>
      <p className={styles.note}>{text.variablesHint(variableNames())}</p>
      {problem && <ProblemNote problem={problem} />}
      <KeptList
        label={text.list}
        items={templates}
        noteOf={(template) => template.fields.title || template.fields.category}
        action={text.begin}
        actionNamed={(name) => text.beginNamed({ name })}
        removeNamed={(name) => text.removeNamed({ name })}
        onAction={onChoose}
        onRemove={(template) => void removeTemplate(template)}
        more={(template) => (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={words.repeats.repeatNamed({ name: template.name })}
            onClick={() => onRepeat(template)}
          >
            {words.repeats.repeat}
          </Button>
        )}
      />
      <UndoBar /> {/* the one of the window cannot be reached under a modal dialog */}
      <SaveTemplate fields={fields} names={templates.map((template) => template.name)} />
      <CloseLine label={text.close} onClose={onClose} />
    </div>
  );
}

/** Saves the form as it is. It need not be valid: a template may leave empty what differs each time. */
function SaveTemplate({ fields, names }: { fields: NewTicket; names: readonly string[] }) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const isEmpty = newTicketFields.every((field) => fields[field].trim() === '');

  async function save() {
    const wanted = name.trim();
    if (wanted === '') setError(text.nameNeeded);
    else if (wanted.length > longestTemplateName) setError(text.nameTooLong({ limit: longestTemplateName }));
    else if (await saveTemplate(wanted, fields)) setName('');
  }

  return (
    <form
      className={styles.save}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        className={styles.whole}
        label={text.name}
        value={name}
        error={error}
        description={names.includes(name.trim()) ? text.replaces : isEmpty ? text.emptyForm : text.nameHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        data-autofocus
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          setError(null);
        }}
      />
      <Button type="submit" variant="default" disabled={isEmpty}>
        {text.save}
      </Button>
    </form>
  );
}
