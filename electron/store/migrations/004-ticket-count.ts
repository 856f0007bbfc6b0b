/** How many tickets there are is kept, so that the first screen of a large account need not count them. */
export const ticketCount = `
  INSERT OR REPLACE INTO sync_state (name, value) SELECT 'ticketCount', count(*) FROM ticket;
`;
