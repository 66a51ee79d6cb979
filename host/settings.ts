import { randomBytes } from 'node:crypto';

import { ADDRESS } from './ports';

/** Settings of an n8n that keeps to itself. @param brokerPort where task runners would ask for work */
export function settingsFor(userFolder: string, port: number, brokerPort: number): Record<string, string> {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: ADDRESS,
		N8N_HOST: ADDRESS,
		N8N_PORT: String(port),
		N8N_SECURE_COOKIE: 'false',
		DB_TYPE: 'sqlite',
		// On busy cores a burst of deliveries keeps n8n from looking at its database for the 5 s after which it answers 503 to all.
		DB_PING_TIMEOUT_MS: '60000',
		// Nothing here may depend on, or tell, n8n's servers.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		// What a user has to set as well: n8n 3 no longer loads unverified packages by default.
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// No runner is started, so two n8n can run side by side; the Code node does not work then.
		N8N_RUNNERS_MODE: 'external',
		N8N_RUNNERS_AUTH_TOKEN: randomBytes(16).toString('hex'),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',
		EXECUTIONS_DATA_PRUNE: 'false',
	};
}
