import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useTimePoint, type TimePoint } from '../fund/time-point.js';

/** What the lists of the audit room are narrowed down to. */
export interface AuditFilter {
  readonly fundId?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface AuditControl {
  readonly point: TimePoint;
  readonly filter: AuditFilter;
  /** To be appended to links inside the audit room: point in time and filter go along. */
  readonly search: string;
  readonly narrow: (filter: AuditFilter) => void;
}

const NAMES = ['fundId', 'from', 'to'] as const;

/** Point in time and filter live in the address: a link to a list is a link to that list as it was. */
export function useAuditQuery(): AuditControl {
  const [parameters, setParameters] = useSearchParams();
  const { point } = useTimePoint();
  return useMemo(() => {
    const filter = Object.fromEntries(NAMES.flatMap((name) => (parameters.get(name) === null ? [] : [[name, parameters.get(name)]]))) as AuditFilter;
    const search = `?${new URLSearchParams({ ...point, ...filter }).toString()}`;
    const narrow = (next: AuditFilter): void =>
      setParameters((current) => {
        NAMES.forEach((name) => current.delete(name));
        Object.entries(next).forEach(([name, value]) => value !== '' && current.set(name, String(value)));
        return current;
      });
    return { point, filter, search, narrow };
  }, [parameters, point, setParameters]);
}

/** This second, as an instant that is asked for again. */
export function pinnedNow(today: string, now: Date = new Date()): TimePoint {
  return { asOf: today, knownAt: `${now.toISOString().slice(0, 19)}Z` };
}
