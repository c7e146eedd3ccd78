export { stepOf, type Life, type Step } from './life.js';
