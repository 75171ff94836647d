// A line for each text message would bury what the tests say; servers of their own, in the drills, log as they always do.
process.env.LOG_LEVEL = 'warn'
