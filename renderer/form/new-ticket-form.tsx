/* The form of a new ticket, also of one that is still in the outbox. */

import { Button } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { NewTicket, NewTicketField } from '../../electron/contract/fields.ts';
import { limits } from '../../electron/contract/specification.ts';
import { closeDialog, openDialog, useDialog } from '../state/dialogs.ts';
import { type NewForm, newTicketFields } from '../state/form.ts';
import { changeNewTicket } from '../state/form-actions.ts';
import { loadReferenceData, useReferenceData } from '../state/reference-data.ts';
import { submitForm } from '../state/submit.ts';
import { fieldDomId } from '../ui/field-note.tsx';
import { later } from '../ui/later.tsx';
import { SiteNoteText } from '../ui/site-note.tsx';
import { useShownErrors } from '../ui/use-shown-errors.ts';
import { words } from '../words/words.ts';
import { RequiredHint, refusedTypesHint, SelectField, siteOptions, TextField } from './fields.tsx';
import styles from './form.module.css';
import { FormFrame } from './form-frame.tsx';
import { LocationField } from './location-field.tsx';
import { RecipientsField } from './recipients-field.tsx';
import { newTicketErrors } from './validation.ts';

const TemplatesDialog = later(async () => (await import('./templates-dialog.tsx')).TemplatesDialog);

export function NewTicketForm({ form: { fields, changeId } }: { form: NewForm }) {
  const { catalogue, sites, sitesOfTickets } = useReferenceData();
  const isChoosingTemplate = useDialog(({ open }) => open?.name === 'templates');
  const errors = newTicketErrors(fields, { catalogue, sites });
  const offeredTypes = catalogue.filter(({ refusal }) => refusal === undefined);
  const { shown, typed, left, showAll } = useShownErrors<NewTicketField>(errors);
  const categories = catalogue.find((type) => type.name === fields.requestType)?.categories ?? [];

  useEffect(() => void loadReferenceData(), []);

  function submit() {
    showAll();
    const faulty = newTicketFields.find((field) => errors[field] !== undefined);
    if (faulty) document.getElementById(fieldDomId(faulty))?.focus();
    else void submitForm();
  }

  /** The properties that every field has. */
  function bind(field: NewTicketField, alsoChanges?: (value: string) => Partial<NewTicket>) {
    return {
      field,
      label: words.form.field[field],
      value: fields[field],
      error: shown[field],
      onChange(value: string) {
        changeNewTicket({ [field]: value, ...alsoChanges?.(value) });
        typed(field);
      },
      onLeave: () => left(field),
    };
  }

  /** The category belongs to the request type: one that does not fit is cleared, and one that is the only one is chosen. */
  function categoryFor(requestType: string): Partial<NewTicket> {
    const offered = catalogue.find((type) => type.name === requestType)?.categories ?? [];
    if (offered.includes(fields.category)) return {};
    return { category: offered.length === 1 ? (offered[0] ?? '') : '' };
  }

  return (
    <FormFrame
      title={words.form.newTicket}
      submitWord={changeId === null ? words.form.create : words.form.replaceCreate}
      firstFieldId={fieldDomId('title')}
      onSubmit={submit}
      tools={
        <>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconTemplate size={16} />}
            onClick={() => openDialog({ name: 'templates' })}
          >
            {words.form.templates}
          </Button>
          {isChoosingTemplate && <TemplatesDialog fields={fields} onClose={closeDialog} />}
        </>
      }
    >
      <RequiredHint />
      <TextField {...bind('title')} limit={limits.title} isRequired />
      <div className={styles.pair}>
        <SelectField {...bind('site')} options={siteOptions(sites, sitesOfTickets)} />
        <LocationField {...bind('location')} site={fields.site} />
        <SiteNoteText site={fields.site} />
        <SelectField
          {...bind('requestType', categoryFor)}
          options={offeredTypes.map(({ name }) => ({ value: name, label: name }))}
          hint={refusedTypesHint(catalogue)}
        />
        <SelectField
          {...bind('category')}
          options={categories.map((name) => ({ value: name, label: name }))}
          placeholder={fields.requestType === '' ? words.form.chooseTypeFirst : words.form.choose}
        />
      </div>
      <TextField {...bind('description')} limit={limits.description} isRequired isProse />
      <TextField {...bind('customerReference')} limit={limits.customerReference} hint={words.form.referenceHint} />
      <RecipientsField {...bind('notificationRecipients')} />
    </FormFrame>
  );
}
