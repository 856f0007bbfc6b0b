/** One occasion for a ticket: what is asked, and what the operator writes when it is done. `{slots}` are replaced by `fill`. */
export type Occasion = { title: string; text: string; done: string };

export type Subject = {
  requestType: string;
  category: string;
  /** How many tickets are about this, in relation to the others. */
  weight: number;
  occasions: readonly [Occasion, ...Occasion[]];
};
