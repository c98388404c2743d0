/** A reader refuses a file with a newer number, since its figures may mean something else. */
export const statusVersion = 1;

/** The most sub-users that the settings allow in the file. */
export const mostStatusSubUsers = 1_000;

/** The most accounts and active alerts in the file, and the longest name of a rule. */
export const statusBounds = { accounts: 20, alerts: 100, ruleChars: 64 } as const;
