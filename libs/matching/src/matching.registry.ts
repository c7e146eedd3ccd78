import type { PostingRegistry } from '#libs/journal';
import { ROOM_CHARTS } from './room/room.charts.js';
import { ROOM_POSTINGS } from './room/room.posting.js';

/** Every chart and posting rule of reverse matching; all else about a project is posted by the rules of grants. */
export const MATCHING_REGISTRY: PostingRegistry = { charts: [...ROOM_CHARTS], postings: [...ROOM_POSTINGS] };
