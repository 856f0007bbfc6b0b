import { Hono } from 'hono';
import type { World } from '../world.ts';
import { giveCorrelationId, notFound } from './answers.ts';
import { conversationRoutes } from './conversation.ts';
import { placesRoutes } from './places.ts';
import { type Seen, SignIn } from './sign-in.ts';
import { ticketReadingRoutes } from './ticket-reading.ts';
import { ticketWritingRoutes } from './ticket-writing.ts';

/** Every call of the vendor's API, each behind the checks that it needs. */
export function makeApi(world: World): Hono<Seen> {
  const signIn = new SignIn(world);
  const tickets = new Hono<Seen>()
    .use(signIn.requirePermission)
    .route('/', ticketReadingRoutes(world))
    .route('/', ticketWritingRoutes(world));
  const ofAnAccount = new Hono<Seen>()
    .use(signIn.identify, signIn.chooseAccount)
    .route('/', placesRoutes())
    .route('/customer-support-tickets', tickets)
    .use(signIn.requirePermission)
    .route('/', conversationRoutes(world));
  return new Hono<Seen>()
    .use(giveCorrelationId)
    .route('/', signIn.routes())
    .route('/v1', ofAnAccount)
    .notFound(notFound);
}
