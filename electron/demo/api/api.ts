/* The vendor's API as a whole: which call stands behind which checks. */

import { Hono } from 'hono';
import { observedMs, takeFromNow } from '../observed-times.ts';
import { locationsOf } from '../portfolio/places.ts';
import type { ServiceState } from '../state.ts';
import { commentAndAttachmentRoutes } from './comments-and-attachments.ts';
import type { ApiEnv } from './env.ts';
import { feedRoutes } from './feed.ts';
import { Forms } from './forms.ts';
import { answerRows } from './lists.ts';
import { addCorrelationId, notFound, refuse } from './responses.ts';
import { SignIn } from './sign-in.ts';
import { ticketReadingRoutes } from './ticket-reading.ts';
import { ticketWritingRoutes } from './ticket-writing.ts';

/** Returns the vendor's API: every call, behind the checks that it needs. */
export function makeApi(state: ServiceState): Hono<ApiEnv> {
  const signIn = new SignIn(state);
  const forms = new Forms(state.options);
  const tickets = new Hono<ApiEnv>()
    .use(signIn.requirePermission)
    .route('/', ticketReadingRoutes(state))
    .route('/', ticketWritingRoutes(state));
  const accountRoutes = new Hono<ApiEnv>()
    .use(signIn.identify, signIn.chooseAccount)
    .route('/', siteRoutes())
    .route('/customer-support-tickets', tickets)
    .use(signIn.requirePermission)
    .route('/service-tickets', feedRoutes(state))
    .route('/', commentAndAttachmentRoutes(state));
  return new Hono<ApiEnv>()
    .use(addCorrelationId, async (context, next) => {
      const take = takeFromNow(() => state.options().observedSpeed);
      context.set('forms', forms);
      context.set('take', take);
      await take(observedMs.least);
      await next();
    })
    .route('/', signIn.routes())
    .route('/v1', accountRoutes)
    .notFound(notFound);
}

/** The sites and locations calls (companion pages "Sites", "Locations"). */
function siteRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/sites', (context) => answerRows(context, context.get('account').sites))
    .get('/locations', (context) => {
      const wanted = context.req.query('site');
      if (!wanted) return refuse(context, 400, 'Missing required parameter: site.');
      const isAssigned = context.get('account').sites.some(({ site }) => site === wanted);
      return isAssigned ? answerRows(context, locationsOf(wanted)) : notFound(context);
    });
}
