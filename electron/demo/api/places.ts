import { Hono } from 'hono';
import { locationsOf } from '../portfolio/places.ts';
import { notFound, refuse } from './answers.ts';
import type { Seen } from './sign-in.ts';

/** The sites and locations calls (companion pages "Sites", "Locations"). */
export function placesRoutes(): Hono<Seen> {
  return new Hono<Seen>()
    .get('/sites', (context) => context.json(context.get('account').sites))
    .get('/locations', (context) => {
      const wanted = context.req.query('site');
      if (!wanted) return refuse(context, 400, 'Missing required parameter: site.');
      const isAssigned = context.get('account').sites.some(({ site }) => site === wanted);
      return isAssigned ? context.json(locationsOf(wanted)) : notFound(context);
    });
}
