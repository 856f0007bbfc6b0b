/* The calls that create, update and cancel tickets, and what each refuses. */

import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { cancelReasons, categoriesByRequestType, limits } from '../../contract/specification.ts';
import { observedMs } from '../observed-times.ts';
import type { ServiceState } from '../state.ts';
import type { ApiEnv } from './env.ts';
import { findOpenTicket } from './find-ticket.ts';
import { refuse } from './responses.ts';
import { wholeTicket } from './ticket-form.ts';

const text = (name: string, limit: number) =>
  z
    .string(`${name} must be a text.`)
    .refine((value) => value.length <= limit, `${name} must not be longer than ${limit} characters.`); // UTF-16 units
const needed = (name: string, limit: number) =>
  text(name, limit).refine((value) => value.trim() !== '', `${name} is required.`);

const recipients = text('notificationRecipients', limits.notificationRecipients).refine(
  (value) => value.trim() === '' || value.split(',').every((part) => /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(part.trim())),
  'notificationRecipients must be email addresses separated by commas.',
);

/** The body of section 5. */
const createSchema = z
  .strictObject({
    title: needed('title', limits.title),
    site: needed('site', limits.site),
    location: text('location', limits.location).optional(),
    requestType: needed('requestType', 200),
    category: needed('category', 200),
    description: needed('description', limits.description),
    customerReference: text('customerReference', limits.customerReference).optional(),
    notificationRecipients: recipients.optional(),
  })
  .superRefine(({ requestType, category }, context) => {
    const categories: readonly string[] | undefined = Object.entries(categoriesByRequestType).find(
      ([name]) => name === requestType,
    )?.[1];
    if (!categories) context.addIssue(`Invalid requestType: ${requestType}.`);
    else if (!categories.includes(category))
      context.addIssue(`category ${category} does not belong to requestType ${requestType}.`);
  });

/** The body of section 6, with the four fields of the companion page "Tickets". */
const updateSchema = z
  .strictObject({
    title: needed('title', limits.title).optional(),
    description: needed('description', limits.description).optional(),
    customerReference: text('customerReference', limits.customerReference).optional(),
    notificationRecipients: recipients.optional(),
  })
  .refine(
    (fields) => Object.keys(fields).length > 0,
    'At least one of title, description, customerReference, notificationRecipients is required.',
  );

/** The body of section 7. */
const cancelSchema = z.strictObject({
  cancelReason: z.enum(cancelReasons, `cancelReason must be one of: ${cancelReasons.join(', ')}.`).optional(),
});

/** Create, update and cancel (sections 5 to 7). */
export function ticketWritingRoutes(state: ServiceState): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .post('/', async (context) => {
      const body = await parseBody(context, createSchema);
      if ('refusal' in body) return body.refusal;
      const account = context.get('account');
      const { site } = body.value;
      if (!account.sites.some((assigned) => assigned.site === site))
        return refuse(context, 400, `Invalid site: ${site}.`);
      await context.get('take')(observedMs.create);
      const now = state.now();
      const ticket = {
        id: state.nextId(),
        status: 'New',
        location: '',
        customerReference: '',
        notificationRecipients: '',
        cancelReason: '',
        ...withoutUndefined(body.value),
        createdOn: now,
        updatedOn: now,
        closedOn: '',
        createdBy: `API ${context.get('client').id}`,
        ticketType: 'Customer Support',
        comments: [],
      };
      state.add(account, ticket);
      return context.json({ ...wholeTicket(ticket, state), comments: null }, 201);
    })
    .put('/:id', async (context) => {
      const body = await parseBody(context, updateSchema);
      if ('refusal' in body) return body.refusal;
      const wanted = { id: context.req.param('id'), done: 'changed' };
      const { ticket, refusal } = await findOpenTicket(context, observedMs.update, wanted);
      if (refusal) return refusal;
      state.change(ticket, withoutUndefined(body.value));
      return context.json(wholeTicket(ticket, state));
    })
    .put('/:id/cancel', async (context) => {
      const body = await parseBody(context, cancelSchema);
      if ('refusal' in body) return body.refusal;
      const { cancelReason = cancelReasons[0] } = body.value;
      const wanted = { id: context.req.param('id'), done: 'changed' };
      const { ticket, refusal } = await findOpenTicket(context, observedMs.cancel, wanted);
      if (refusal) return refusal;
      state.change(ticket, { status: 'Cancelled', cancelReason, closedOn: state.now() });
      return context.json({ message: `ServiceTicket '${ticket.id}' has been Cancelled` });
    });
}

async function parseBody<S extends z.ZodType>(context: Context<ApiEnv>, schema: S) {
  const text = await context.req.text();
  if (text !== '' && !context.req.header('Content-Type')?.startsWith('application/json')) {
    return { refusal: refuse(context, 415, 'Content-Type must be application/json.') };
  }
  const parsed = schema.safeParse(readJson(text));
  if (parsed.success) return { value: parsed.data };
  return { refusal: refuse(context, 400, parsed.error.issues.map((issue) => issue.message).join(' ')) };
}

/** A missing body counts as an empty object, since cancelling needs none. */
function readJson(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
