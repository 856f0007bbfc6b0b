/** How many times as long tests may take as on Linux, such as under Wine. For limits of a test's own; others follow by themselves. */
export const patience = Number(process.env.TEST_PATIENCE ?? 1);
