-- For the table of the workflow once-in-queue-mode.json, apart from n8n's own.
CREATE DATABASE interviews OWNER n8n;
