import type { ReactElement } from 'react';

const PATHS = {
  check: 'M4.5 12.5 10 18 19.5 7',
  warning: 'M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.6v.4',
  block: 'M6.2 6.2l11.6 11.6M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18Z',
  info: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18Zm0-10v6m0-9.5V8',
  clock: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18Zm0-14v5.5l3.5 2',
  minus: 'M5 12h14',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'm6 9.5 6 6 6-6',
  up: 'm6 14.5 6-6 6 6',
  left: 'm14.5 6-6 6 6 6',
  right: 'm9.5 6 6 6-6 6',
  calendar: 'M4 7.5A1.5 1.5 0 0 1 5.500 6h13A1.500 1.500 0 0 1 20 7.500v11a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 18.500v-11ZM4 10.500h16M8 3.500V7m8-3.500V7',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  download: 'M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 19.500h14',
  upload: 'M12 16V5m-4.500 4.500L12 5l4.500 4.500M5 19.500h14',
  file: 'M6 3.500h8l4.500 4.500v12.500H6V3.500Zm8 0V8h4.500',
  search: 'M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14Zm5-2 4.500 4.500',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.500 8.500c.8-4 3.800-5.500 7.500-5.500s6.700 1.500 7.500 5.500',
  external: 'M10 5H5v14h14v-5M13.500 4H20v6.500M20 4l-9 9',
  undo: 'M8.500 5 4.500 9l4 4M5 9h9.500a5 5 0 0 1 0 10H10',
  sort: 'm8 10 4-4.500 4 4.500M8 14l4 4.500 4-4.500',
} as const;

export type IconName = keyof typeof PATHS;

interface Props {
  readonly name: IconName;
  /** Side length in CSS pixels at the product's root size; default 20. */
  readonly size?: number;
}

/** A line drawing beside words; never the only carrier of a meaning. */
export function Icon({ name, size = 20 }: Props): ReactElement {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" style={{ flex: 'none' }}>
      <path d={PATHS[name]} />
    </svg>
  );
}
