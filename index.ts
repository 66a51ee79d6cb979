export { HeyMiloApi } from './credentials/HeyMiloApi.credentials';
export { HireflixApi } from './credentials/HireflixApi.credentials';
export { InterviewFlowAiApi } from './credentials/InterviewFlowAiApi.credentials';
export { JobMojitoApi } from './credentials/JobMojitoApi.credentials';
export { RibbonApi } from './credentials/RibbonApi.credentials';
export { Micro1Api } from './credentials/Micro1Api.credentials';

export { HeyMilo } from './nodes/HeyMilo/HeyMilo.node';
export { HeyMiloTrigger } from './nodes/HeyMilo/HeyMiloTrigger.node';
export { Hireflix } from './nodes/Hireflix/Hireflix.node';
export { HireflixTrigger } from './nodes/Hireflix/HireflixTrigger.node';
export { InterviewFlowAi } from './nodes/InterviewFlowAi/InterviewFlowAi.node';
export { InterviewFlowAiTrigger } from './nodes/InterviewFlowAi/InterviewFlowAiTrigger.node';
export { JobMojito } from './nodes/JobMojito/JobMojito.node';
export { JobMojitoTrigger } from './nodes/JobMojito/JobMojitoTrigger.node';
export { Ribbon } from './nodes/Ribbon/Ribbon.node';
export { RibbonTrigger } from './nodes/Ribbon/RibbonTrigger.node';
export { Micro1 } from './nodes/Micro1/Micro1.node';
export { Micro1Trigger } from './nodes/Micro1/Micro1Trigger.node';

export { normalizeHeyMilo } from './nodes/HeyMilo/normalize';
export { normalizeHireflix } from './nodes/Hireflix/normalize';
export { normalizeInterviewFlowAi } from './nodes/InterviewFlowAi/normalize';
export { normalizeJobMojito } from './nodes/JobMojito/normalize';
export { normalizeRibbon } from './nodes/Ribbon/normalize';
export { normalizeMicro1 } from './nodes/Micro1/normalize';

export type { DeliveryFacts, Normalized } from './nodes/shared/event/build';
export type {
	EventDetails,
	EventType,
	InterviewEvent,
	InterviewStatus,
	Vendor,
	Verification,
} from './nodes/shared/event/interviewEvent';
