/** The words of what the IT department settled, of the diagnostics and of the page of keys. */
export const policyWords = {
  fixedEnvironment: 'Your IT department chose this environment.',
  fixedAddress: (address: string) => `Your IT department set the address: ${address}`,
  fault: 'The IT department’s settings for this computer cannot be understood, so the strict ones hold.',
  faultTodo: 'Show this to the IT department:',
} as const;
