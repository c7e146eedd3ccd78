export { threadProgram } from './entry.js';
export { ThreadPool } from './pool.js';
export type { Feed, Onlooker } from './pool.js';
export { serve } from './serve.js';
export type { Channel } from './serve.js';
