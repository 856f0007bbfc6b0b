/** A subject that tickets are about, with several occasions for one. */
export type Subject = {
  requestType: string;
  category: string;
  /** How likely a ticket is about it, in relation to the other subjects. */
  weight: number;
  occasions: readonly [Occasion, ...Occasion[]];
};

/** A request and the operator's last comment on it. `fill` fills in the `{slots}`. */
export type Occasion = { title: string; text: string; done: string };
