/** The timestamping authority that libs/seal is tested with, for everybody else who asks one. */
export { openAuthority, type Authority } from '../../libs/seal/src/testing/authority.js';
