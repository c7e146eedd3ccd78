/** How a run calls itself to a bank: a bank that gets the same message twice knows it by this and takes it once. At most 35 characters. */
export const messageIdOf = (runNumber: string): string => runNumber;

/** How a line calls itself from end to end; unique for good, because run numbers are. */
export const endToEndIdOf = (runNumber: string, lineNo: number): string => `${runNumber}-${String(lineNo).padStart(4, '0')}`;
