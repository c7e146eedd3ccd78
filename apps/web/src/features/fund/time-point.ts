import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** The two times a figure is asked for; what is left out means today, and everything known now. */
export interface TimePoint {
  readonly asOf?: string;
  readonly knownAt?: string;
}

export interface TimeControl extends TimePoint {
  readonly point: TimePoint;
  readonly isNow: boolean;
  /** To be appended to links, so that the point in time goes along. */
  readonly search: string;
  readonly change: (point: TimePoint) => void;
}

/** The point in time lives in the address: a link to a figure is a link to that figure as it was known then. */
export function useTimePoint(): TimeControl {
  const [parameters, setParameters] = useSearchParams();
  const asOf = parameters.get('asOf') ?? undefined;
  const knownAt = parameters.get('knownAt') ?? undefined;
  return useMemo(() => {
    const point = timePoint(asOf, knownAt);
    const search = new URLSearchParams({ ...point }).toString();
    const change = (next: TimePoint): void =>
      setParameters((current) => {
        current.delete('asOf');
        current.delete('knownAt');
        Object.entries(next).forEach(([name, value]) => current.set(name, String(value)));
        return current;
      });
    return { ...point, point, isNow: search === '', search: search === '' ? '' : `?${search}`, change };
  }, [asOf, knownAt, setParameters]);
}

export function timePoint(asOf: string | undefined, knownAt: string | undefined): TimePoint {
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}
