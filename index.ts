export { HireflixApi } from './credentials/HireflixApi.credentials';
export { HireflixTrigger } from './nodes/Hireflix/HireflixTrigger.node';
export { normalizeHireflix } from './nodes/Hireflix/normalize';
export type { DeliveryFacts, Normalized } from './nodes/shared/event/build';
export type {
	EventDetails,
	EventType,
	InterviewEvent,
	InterviewStatus,
	Vendor,
	Verification,
} from './nodes/shared/event/interviewEvent';
