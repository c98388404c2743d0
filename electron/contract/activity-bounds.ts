/** The most requests that are kept, the characters of an answer that are kept of each, and about what all may take. */
export const activityBounds = { entries: 500, answerChars: 2_000, bytes: 1_000_000 } as const;

/** The most characters of an answer that the console shows. */
export const consoleAnswerChars = 200_000;
