import { applicantData, naive } from './deliveries';
import type { Applicant, Job } from './state';

export const jobView = ({ id, title, createdAt }: Job) => ({
	job_id: id,
	job_title: title,
	job_description: '',
	job_code: id.slice(0, 8),
	ats_job_id: null,
	interview_id: null,
	job_apply_url: `https://jobs.micro1.example.com/${id}`,
	job_status: 'open',
	date_created: naive(createdAt),
	date_modified: null,
});

/** By which names the API has an applicant is documented in part: assumed are those of the events. */
export const applicantView = (applicant: Applicant) => ({
	...applicantData(applicant),
	first_name: applicant.firstName,
	last_name: applicant.lastName,
	phone_number: applicant.phone,
	parsed_resume_data: null,
	linkedin_url: null,
	source_name: 'api',
});
