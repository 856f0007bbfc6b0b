import { config } from 'zod';

// The page's policy forbids `eval`. zod would try it once, when the first schema is made, and the attempt alone is
// reported as a violation. So this file is imported before anything that makes a schema.
config({ jitless: true });
