const secondsPerDay = 86_400;
/** 9999-12-31, the last day Excel knows, in the 1900 system. */
const lastDay = 2_958_465;
const daysBetweenSystems = 1_462;

/**
 * The local date and time `YYYY-MM-DDTHH:MM:SS` of an Excel serial number, to the second. Null outside 1900-01-01 … 9999-12-31, and for the
 * 29 February 1900 that only Excel believes in. No time zone takes part.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const counted = from1904 ? serial + daysBetweenSystems : serial;
  const day = Math.floor(counted);
  if (!(day >= 1 && day <= lastDay) || day === 60) return null;
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * secondsPerDay * 1000);
  const seconds = Math.min(Math.round((counted - day) * secondsPerDay), secondsPerDay - 1);
  return `${date.toISOString().slice(0, 10)}T${clock(seconds)}`;
}

/** `HH:MM:SS` of a fraction of a day; hours go beyond 24 for a length of time. Null when negative or beyond measure. */
export function timeOfSerial(serial: number): string | null {
  if (!(serial >= 0 && serial <= lastDay)) return null;
  return clock(Math.round(serial * secondsPerDay));
}

/** The serial number (1900 system) of a date `YYYY-MM-DD`; null before 1900-03-01, where Excel's calendar is wrong, and for no date at all. */
export function serialOfDate(isoDate: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) ? Date.parse(`${isoDate}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== isoDate) return null;
  const serial = Math.round((time - Date.UTC(1899, 11, 30)) / (secondsPerDay * 1000));
  return serial > 60 && serial <= lastDay ? serial : null;
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
