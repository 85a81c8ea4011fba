addStyle(arguments[0]);
