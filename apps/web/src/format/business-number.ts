const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** The ten digits of a business registration number in whatever way it was typed, or null. */
export function businessNumberDigits(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  return /^[0-9]{10}$/.test(digits) ? digits : null;
}

/** '124-81-00998'; text that is not ten digits is returned as it is. */
export function formatBusinessNumber(text: string): string {
  const digits = businessNumberDigits(text);
  return digits === null ? text : `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}

/** Whether the tenth digit checks. The server decides; this only tells the typist at once. */
export function businessNumberChecks(digits: string): boolean {
  const weighted = WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
  const sum = weighted + Math.floor((Number(digits[8]) * 5) / 10);
  return (10 - (sum % 10)) % 10 === Number(digits[9]);
}
