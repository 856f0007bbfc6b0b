/** What was sent is read by the time of its answer, and grows to thousands. */
export const sentLog = `
  CREATE INDEX change_by_answer ON change (state, answered_at_ms);
`;
