/** What a moment of this computer's was at the server's is known best when it is written down. */
export const skew = `
  -- This computer's clock minus the server's at the first sending, in milliseconds.
  ALTER TABLE change ADD COLUMN first_sent_skew_ms INTEGER;
`;
