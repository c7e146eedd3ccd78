import type { Rate } from './performance.requests.js';

/** '12.3456%', '△3.0000%'; null where there is none. */
export const shownRate = ({ percent }: Rate): string | null => (percent === null ? null : `${percent.replace('-', '△')}%`);
